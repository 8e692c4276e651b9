import { loadProject } from '../../workspace/project';
import type { Project } from '../../workspace/types';
import type { Services } from '../services';

/** The project that the current folder belongs to. */
export function projectHere(services: Services): Promise<Project> {
  return loadProject(services.files, `${services.cwd}/vignette.yaml`);
}
