#!/bin/sh
# Fuzzes the reader of compact tree files: fuzz.sh MINUTES [FOLDER FOR FINDINGS]
# Needs afl++ (Debian: apt install afl++) and the .NET SDK.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
minutes=${1:?usage: fuzz.sh MINUTES [FOLDER]}
findings=${2:-$here/../../artifacts/fuzzing}
program=$findings/program

# A library that is instrumented already would be refused.
rm -rf "$program"
dotnet tool restore --tool-manifest "$here/.config/dotnet-tools.json"
dotnet publish "$here" -c Release -o "$program"
(cd "$here" && dotnet tool run sharpfuzz "$program/EdgeInfer.Trees.dll")

# The runtime maps more memory than any limit of afl allows; the target itself holds the bound on what it allocates.
AFL_SKIP_BIN_CHECK=1 AFL_AUTORESUME=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1 \
  nice afl-fuzz -i "$here/Corpus" -o "$findings/afl" -V $((minutes * 60)) -t 5000 -m none -- dotnet "$program/EdgeInfer.Fuzzing.dll"
