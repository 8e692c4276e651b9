/** The model of a study file: plain readonly data, in the order of the file. */
export type * from './scale';
export type * from './content';
export type * from './respondents';
export type * from './contrast';
export type * from './price';
export type * from './simulate';
export type * from './study';
