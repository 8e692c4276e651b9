"""Answers files of batch requests over a Ray cluster, with one or more OpenAI-compatible servers.

The files are those of `vignette batch export`; the lines that are written are what `vignette batch collect --file` reads.
Give the same command again after a stop or a crash: what was answered is not asked again. See docs/batch.md.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path

from asker import Asker


def main() -> int:
    options = parsed()
    import ray

    out = Path(options.out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    files = [str(Path(file).resolve()) for file in options.files]
    answered = answered_before(out)
    here = {"working_dir": str(Path(__file__).resolve().parent), "excludes": ["__pycache__"]}
    ray.init(address=options.address, runtime_env=here, log_to_driver=options.verbose)
    places = [place for file in files for place in places_of(file, options.block)]
    calls = ray.data.from_items(places, override_num_blocks=len(places))
    began = time.monotonic()
    total = {"answered": 0, "failed": 0, "known": 0, "passed over": 0}
    done = calls.map_batches(
        Asker,
        batch_size=1,
        compute=ray.data.ActorPoolStrategy(size=options.workers),
        num_cpus=options.cpus,
        num_gpus=options.gpus,
        fn_constructor_kwargs={
            "urls": options.base_url,
            "serve": options.serve,
            "key_env": options.key_env,
            "threads": options.threads,
            "timeout": options.timeout,
            "out": str(out),
            "known": ray.put(frozenset(answered)),
        },
    )
    parts = set()
    for row in done.iter_rows():
        parts.add(row["part"])
        for name in total:
            total[name] += int(row[name])
        seconds = time.monotonic() - began
        print(f"{total['answered']} answered, {total['failed']} failed, {seconds:.0f} s", file=sys.stderr)
    seconds = round(time.monotonic() - began, 3)
    print(json.dumps({**total, "workers": len(parts), "seconds": seconds}))
    return 3 if total["failed"] > 0 else 0


def places_of(file: str, lines_each: int):
    """Where stretches of lines begin and how long they are; workers read them from the disk that all nodes see."""
    begin, end, lines = 0, 0, 0
    with open(file, "rb") as text:
        for line in text:
            end += len(line)
            lines += 1
            if lines == lines_each:
                yield {"file": file, "begin": begin, "bytes": end - begin}
                begin, lines = end, 0
    if lines > 0:
        yield {"file": file, "begin": begin, "bytes": end - begin}


def answered_before(out: Path) -> set:
    """Ids with a reply in the parts of earlier times; a line that was cut off is none."""
    ids = set()
    for part in sorted(out.glob("part-*.jsonl")):
        with part.open("rb") as lines:
            for line in lines:
                try:
                    found = json.loads(line)
                    if found["response"]["status_code"] == 200 and found["error"] is None:
                        ids.add(found["custom_id"])
                except (ValueError, KeyError, TypeError):
                    continue
    return ids


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", help="calls-0001.jsonl …, on a disk that every node sees")
    parser.add_argument("--out", required=True, help="folder of the replies, on such a disk, too")
    parser.add_argument("--base-url", action="append", default=[], help="a server, http://host:8000/v1; may be repeated")
    parser.add_argument("--serve", help="instead: a command by which each worker starts its own server; {port} is filled in")
    parser.add_argument("--key-env", help="the variable with the key of --base-url, set on every node")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=16, help="calls in flight of a worker")
    parser.add_argument("--block", type=int, default=64, help="calls that a worker takes at once")
    parser.add_argument("--cpus", type=float, default=0.5, help="of a worker")
    parser.add_argument("--gpus", type=float, default=0, help="of a worker")
    parser.add_argument("--timeout", type=float, default=300, help="seconds for one call")
    parser.add_argument("--address", help="of the cluster; without it, one on this machine")
    parser.add_argument("--verbose", action="store_true", help="what workers print")
    options = parser.parse_args()
    if bool(options.base_url) == bool(options.serve):
        parser.error("give either --base-url or --serve")
    if options.key_env and not os.environ.get(options.key_env):
        parser.error(f"{options.key_env} is not set")
    return options


if __name__ == "__main__":
    sys.exit(main())
