#!/usr/bin/env bash
# .NET 10 on Linux: SHA-256 and RandomNumberGenerator on a machine without OpenSSL.
#
# Guess:   SHA256.HashData and RandomNumberGenerator are .NET's own, or throw PlatformNotSupportedException, which a
#          program can catch; OpenSSL is needed for TLS.
# Instead: each loads libssl, though it hashes or draws numbers alone. Without the library the process is aborted from
#          native code: no exception, no finally, exit code 134. Guid.NewGuid asks the kernel and works.
# Matters: a device that only checks a file's hash dies with a core dump on a small image, and nothing can report it.
# Date:    2026-11-29
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir home hidden
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cat > finding.cs <<'CS'
#:property PublishAot=false
using System.Security.Cryptography;

try
{
    Console.WriteLine(args[0] switch
    {
        "hash" => SHA256.HashData([]).Length,
        "random" => RandomNumberGenerator.GetBytes(16).Length,
        _ => Guid.NewGuid().ToByteArray().Length,
    });
}
catch (Exception error)
{
    Console.WriteLine(error.GetType().Name);
}
finally
{
    Console.WriteLine("finally");
}
CS
dotnet build finding.cs -o out -v q > build.log 2>&1 || { cat build.log; exit 1; }
# The linker takes the first file of the name, and refuses an empty one: as if the library were absent.
touch hidden/libssl.so.3 hidden/libssl.so.1.1
ulimit -c 0
for kind in hash random guid; do
  code=0
  # In a shell of its own, which keeps its remark on the abort to itself.
  bash -c 'LD_LIBRARY_PATH="$1" dotnet out/finding.dll "$2"; exit $?' bash "$work/hidden" "$kind" > "$kind.out" 2> "$kind.err" || code=$?
  echo "$kind: exit code $code: $(tr '\n' ' ' < "$kind.out")$(head -1 "$kind.err")"
done | sed 's/ *$//' | tee seen

diff - seen <<'SEEN' || { echo 'the behaviour has changed' >&2; exit 1; }
hash: exit code 134: No usable version of libssl was found
random: exit code 134: No usable version of libssl was found
guid: exit code 0: 16 finally
SEEN
echo 'as found'
