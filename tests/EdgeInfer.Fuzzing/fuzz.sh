#!/bin/sh
# Fuzzes a reader: fuzz.sh TARGET MINUTES [FOLDER FOR FINDINGS], where TARGET is a folder of Corpus.
# Needs afl++ (Debian: apt install afl++) and the .NET SDK.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:?usage: fuzz.sh TARGET MINUTES [FOLDER]}
minutes=${2:?usage: fuzz.sh TARGET MINUTES [FOLDER]}
findings=${3:-$here/../../artifacts/fuzzing}/$target
program=$findings/program
case $target in
  trees) libraries=EdgeInfer.Trees ;;
  jpeg) libraries="EdgeInfer.Images JpegLibrary" ;;
  png) libraries=EdgeInfer.Images ;;
  idx) libraries=EdgeInfer.Recordings ;;
  onnx) libraries="edgeinfer-trainer EdgeInfer.Onnx" ;;
  *) echo "no target $target" >&2; exit 2 ;;
esac

# A library that is instrumented already would be refused.
rm -rf "$program"
dotnet tool restore --tool-manifest "$here/.config/dotnet-tools.json"
dotnet publish "$here" -c Release -r linux-x64 --no-self-contained -o "$program"
for library in $libraries; do
  (cd "$here" && dotnet tool run sharpfuzz "$program/$library.dll")
done

# The runtime maps more memory than any limit of afl allows; the target itself holds the bound on what it allocates.
AFL_SKIP_BIN_CHECK=1 AFL_AUTORESUME=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1 \
  nice afl-fuzz -i "$here/Corpus/$target" -o "$findings/afl" -V $((minutes * 60)) -t 5000 -m none -- dotnet "$program/EdgeInfer.Fuzzing.dll" "$target"
