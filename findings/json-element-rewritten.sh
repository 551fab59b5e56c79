#!/usr/bin/env bash
# System.Text.Json of .NET 10: a JsonElement that is written again.
#
# Guess:   a value that nobody looks into is passed on as it came, byte for byte, numbers and texts alike; or all of it is
#          brought into one form.
# Instead: numbers keep their digits, texts do not: spaces go, '\/' becomes '/', and 'ü' and '+' become six characters each.
#          A name given twice stays twice.
# Matters: a signature over the bytes that a sender wrote does not fit what a program in between passes on. Sign what is sent.
# Date:    2026-11-29
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1

cat > finding.cs <<'CS'
#:property PublishAot=false
using System.Text;
using System.Text.Json;

foreach (var text in new[] { """{ "a": 1 }""", """["\/"]""", """["ü"]""", """["+"]""", "[1.50e2]", """{"a":1,"a":2}""" })
{
    var element = JsonDocument.Parse(text).RootElement;
    using var bytes = new MemoryStream();
    using (var writer = new Utf8JsonWriter(bytes))
        element.WriteTo(writer);
    Console.WriteLine($"{text} is written as {Encoding.UTF8.GetString(bytes.ToArray())}");
}
CS

cat > expected.txt <<'TEXT'
{ "a": 1 } is written as {"a":1}
["\/"] is written as ["/"]
["ü"] is written as ["\u00FC"]
["+"] is written as ["\u002B"]
[1.50e2] is written as [1.50e2]
{"a":1,"a":2} is written as {"a":1,"a":2}
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
