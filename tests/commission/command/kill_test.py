#!/usr/bin/env python3
"""kill -9 while bundles are being received, many times over: what was acknowledged is there afterwards, under its
number, byte for byte; nothing is there twice; and SIGTERM ends the desk cleanly.

    kill_test.py PINGSHEN MAKE_TEST_BUNDLES [ROUNDS]
"""

import http.client
import json
import os
import pathlib
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading

BUNDLES = 60


def start(pingshen, work):
    process = subprocess.Popen(
        [pingshen, "serve", "--data", "desk", "--web", "web", "--port", "0", "--lang", "en"],
        cwd=work, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    line = process.stdout.readline()
    match = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
    assert match, f"the desk did not start: {line!r}"
    return process, int(match.group(1))


def request(port, method, path, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, path, body)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def receive_until_killed(pingshen, work, files, acknowledged, rng):
    process, port = start(pingshen, work)
    killer = threading.Timer(rng.uniform(0.0, 0.25), lambda: os.kill(process.pid, signal.SIGKILL))
    killer.start()
    order = list(files)
    rng.shuffle(order)
    sent = 0
    try:
        for path in order:
            status, body = request(port, "POST", "/api/bundles", path.read_bytes())
            assert status in (200, 201), (status, body)
            answer = json.loads(body)
            before = acknowledged.get(path)
            number = answer["intake_number"]
            assert before is None or before == (number, answer["manifest_sha256"]), (path, before, answer)
            assert status == 200 or before is None, f"{path} was received twice"
            acknowledged[path] = (number, answer["manifest_sha256"])
            sent += 1
    except (OSError, http.client.HTTPException):
        pass  # killed in the middle
    killer.join()
    process.wait()
    return sent


def check(pingshen, work, acknowledged):
    process, port = start(pingshen, work)
    for path, (number, digest) in acknowledged.items():
        status, body = request(port, "GET", f"/api/bundles/{digest}")
        assert status == 200, f"acknowledged number {number} is lost: {body!r}"
        assert body == path.read_bytes(), f"number {number} differs from what was sent"
    listed = json.loads(request(port, "GET", "/api/bundles?limit=500")[1])["bundles"]
    numbers = [each["intake_number"] for each in listed]
    assert numbers == list(range(len(numbers), 0, -1)), numbers
    by_digest = {each["manifest_sha256"]: each["intake_number"] for each in listed}
    assert len(by_digest) == len(listed)
    for number, digest in acknowledged.values():
        assert by_digest[digest] == number
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == 0, "SIGTERM must end the desk cleanly"
    database = sqlite3.connect(work / "desk" / "desk.sqlite")
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()
    leftovers = [path for path in (work / "desk").rglob("*") if path.name.startswith(".part-")]
    return len(listed), len(leftovers)


def main():
    pingshen, make_test_bundles = (str(pathlib.Path(path).resolve()) for path in sys.argv[1:3])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 8
    seed = int.from_bytes(os.urandom(4), "big")
    print(f"seed {seed}")
    rng = random.Random(seed)
    os.environ["PINGSHEN_PASSPHRASE"] = "correct horse battery"
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        (work / "web").mkdir()
        (work / "web" / "index.html").write_text("app")
        (work / "bundles").mkdir()
        subprocess.run([make_test_bundles, work / "bundles", str(BUNDLES)], check=True)
        subprocess.run([pingshen, "keygen", "--out", "desk"], cwd=work, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([pingshen, "trust", "add", "--data", "desk", "bundles/assessor.pub.json"], cwd=work, check=True,
                       stdout=subprocess.DEVNULL)
        files = sorted((work / "bundles").glob("[0-9]*.psbundle"))
        acknowledged = {}
        for number in range(rounds):
            sent = receive_until_killed(pingshen, work, files, acknowledged, rng)
            stored, leftovers = check(pingshen, work, acknowledged)
            print(f"round {number + 1}: {sent} answers before the kill, {len(acknowledged)} acknowledged in all, "
                  f"{stored} stored, {leftovers} unfinished files")
            assert leftovers == 0, "what a kill left behind is cleared away at the next start"
        assert acknowledged, "nothing was ever acknowledged; the test showed nothing"
    print("lost acknowledged bundles: 0")


if __name__ == "__main__":
    main()
