"""A worker of runBatch.py: sends calls to a server and writes replies as they come."""

import ctypes
import http.client
import json
import os
import random
import shlex
import signal
import socket
import subprocess
import time
import uuid
from concurrent.futures import ThreadPoolExecutor, as_completed
from urllib.parse import urlsplit

import ray

ATTEMPTS = 6
LONGEST_REPLY = 8 * 1024 * 1024
LONGEST_PAUSE = 60.0
SERVER_STARTS_WITHIN = 600.0
ENDPOINT = "/v1/chat/completions"


class Asker:
    def __init__(self, urls, serve, key_env, threads, timeout, out, known):
        self.server = OwnServer(serve) if serve else None
        self.urls = [self.server.url] if self.server else list(urls)
        self.key = os.environ[key_env] if key_env else None
        self.timeout = timeout
        self.pool = ThreadPoolExecutor(threads)
        self.path = os.path.join(out, f"part-{uuid.uuid4().hex}.jsonl")
        self.known = ray.get(known)
        self.turn = random.randrange(len(self.urls))

    def __call__(self, batch):
        """Every reply is on the disk before the block counts as done."""
        with open(batch["file"][0], "rb") as text:
            text.seek(int(batch["begin"][0]))
            lines = text.read(int(batch["bytes"][0])).splitlines()
        found = [call_of(line) for line in lines]
        calls = [call for call in found if call is not None and call["custom_id"] not in self.known]
        passed = found.count(None)
        counts = {"answered": 0, "failed": 0, "known": len(found) - passed - len(calls), "passed over": passed}
        with open(self.path, "ab") as part:
            for asked in as_completed([self.pool.submit(self.ask, call) for call in calls]):
                line = asked.result()
                counts["answered" if line["error"] is None else "failed"] += 1
                part.write(json.dumps(line, separators=(",", ":")).encode() + b"\n")
                part.flush()
            os.fsync(part.fileno())
        return {"part": [os.path.basename(self.path)], **{name: [count] for name, count in counts.items()}}

    def ask(self, call):
        """A server that is busy, broken or silent is asked again, another time or another one."""
        status, body, problem = None, None, None
        for attempt in range(ATTEMPTS):
            self.turn += 1
            url = self.urls[self.turn % len(self.urls)]
            pause = min(LONGEST_PAUSE, 0.5 * 2**attempt) * (0.5 + random.random())
            try:
                status, headers, body = self.post(url, call["body"])
                problem = None
                if status not in (408, 409, 425, 429) and status < 500:
                    break
                pause = max(pause, min(LONGEST_PAUSE, seconds_in(headers.get("retry-after"))))
            except (OSError, http.client.HTTPException, ValueError) as error:
                status, body, problem = None, None, f"{type(error).__name__}: {error}"
            if attempt + 1 < ATTEMPTS:
                time.sleep(pause)
        return line_of(call["custom_id"], status, body, problem)

    def post(self, url, body):
        """One request. Redirections are not followed, so that the key stays with its host."""
        parts = urlsplit(url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = kind(parts.hostname, parts.port, timeout=self.timeout)
        try:
            headers = {"content-type": "application/json", "connection": "close"}
            if self.key:
                headers["authorization"] = f"Bearer {self.key}"
            path = f"{parts.path.rstrip('/')}/chat/completions"
            connection.request("POST", path, json.dumps(body).encode(), headers)
            reply = connection.getresponse()
            text = read(reply, time.monotonic() + self.timeout)
            return reply.status, reply.headers, json.loads(text) if text else None
        finally:
            connection.close()


class OwnServer:
    """A model server on a free port of this node, for as long as the worker lives."""

    def __init__(self, command):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        words = [word.replace("{port}", str(port)) for word in shlex.split(command)]
        self.process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=end_with_parent)
        self.url = f"http://127.0.0.1:{port}/v1"
        until = time.monotonic() + SERVER_STARTS_WITHIN
        while not self.answers(port):
            if self.process.poll() is not None:
                raise RuntimeError(f"The server ended with status {self.process.returncode}: {command}")
            if time.monotonic() > until:
                self.process.kill()
                raise RuntimeError(f"The server did not answer in {SERVER_STARTS_WITHIN:.0f} s: {command}")
            time.sleep(0.2)

    def answers(self, port):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def end_with_parent():
    """Linux ends the server when its worker ends, however that comes about."""
    try:
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)
    except (AttributeError, OSError):
        pass


def read(reply, until):
    """A whole reply: neither endless in length nor in time."""
    pieces, length = [], 0
    while piece := reply.read1(65_536):
        pieces.append(piece)
        length += len(piece)
        if length > LONGEST_REPLY or time.monotonic() > until:
            raise ValueError("The reply does not end.")
    return b"".join(pieces)


def call_of(line):
    """A request as `vignette batch export` writes it; None for any other line."""
    try:
        call = json.loads(line)
        known = isinstance(call["custom_id"], str) and call["url"] == ENDPOINT and isinstance(call["body"], dict)
        return call if known else None
    except (ValueError, KeyError, TypeError):
        return None


def line_of(custom_id, status, body, problem):
    """A line of an output file, in the form of OpenAI's Batch API."""
    error = None
    if problem is None and status == 200 and not is_completion(body):
        problem = "The reply is no chat completion."
    if problem is not None or status != 200:
        said = body.get("error") if isinstance(body, dict) else None
        message = problem or (said.get("message") if isinstance(said, dict) else None) or f"HTTP status {status}"
        error = {"code": "request_failed", "message": str(message)[:500]}
    response = None if status is None else {"status_code": status, "request_id": uuid.uuid4().hex, "body": body}
    return {"id": f"batch_req_{uuid.uuid4().hex}", "custom_id": custom_id, "response": response, "error": error}


def is_completion(body):
    return isinstance(body, dict) and isinstance(body.get("choices"), list) and len(body["choices"]) > 0


def seconds_in(text):
    try:
        return max(0.0, float(text))
    except (TypeError, ValueError):
        return 0.0
