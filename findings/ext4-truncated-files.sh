#!/bin/sh
# Guess: ext4 forgets what was written to a file and truncated away before the system writes pages, after 30 s. So a log that
# begins again every few seconds never reaches the disk.
# Found: true only until the file has been truncated to 0 once. From then on the next close of the file, by any reader, writes all
# that waits (auto_da_alloc, meant for programs that replace a file that way). Truncate, then close: nothing is left to write.
# Why it matters: a reader that is closed just before each truncation wears out the card with bytes that nobody needs.
# Seen 2026-11-29: Linux 6.18, ext4 with its defaults, Python 3.11. Needs a folder on ext4: /var/tmp, or the first argument.
set -eu
folder=$(mktemp -d "${1:-/var/tmp}/finding-XXXXXX")
trap 'rm -rf "$folder"' EXIT
test "$(stat -f -c %T "$folder")" = ext2/ext3 || { echo "$folder is not on ext4"; exit 1; }
python3 - "$folder/log" <<'PYTHON'
import os, sys

ROUNDS, BYTES = 20, 64 * 1024


def written():
    fields = dict(line.split(": ") for line in open("/proc/self/io").read().splitlines())
    return int(fields["write_bytes"]) - int(fields["cancelled_write_bytes"])


def rounds(close_first):
    path = sys.argv[1] + str(close_first)
    log = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
    before = written()
    for _ in range(ROUNDS):
        os.pwrite(log, bytes(BYTES), 0)
        reader = os.open(path, os.O_RDONLY)
        if close_first:
            os.close(reader)
        os.ftruncate(log, 0)
        if not close_first:
            os.close(reader)
    return (written() - before) / (ROUNDS * BYTES)


first, last = rounds(True), rounds(False)
print(f"a reader closed before the truncation: {first:.2f} of the bytes reach the disk; after it: {last:.2f}")
if first < 0.9 or last > 0.1:
    sys.exit("not as found")
print("as found")
PYTHON
