#!/usr/bin/env bash
# System.CommandLine 3.0.0: what an Option<double> makes of '0,5' and of '0.001'.
#
# Guess:   numbers on a command line are read in one fixed form, or a comma is an error.
# Instead: they are read in the user's culture, and its group separator is skipped wherever it
#          stands. With the invariant culture '0,5' is 5. As German writes numbers, '0.001' is 1.
#          Whole numbers (Option<int>) refuse a group separator, so the two kinds differ.
# Matters: a threshold or a margin becomes ten or a thousand times what was meant, with exit code 0.
#          InvariantGlobalization=true keeps the second case away, not the first.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package System.CommandLine@3.0.0
#:property PublishAot=false
using System.CommandLine;
using System.Globalization;

var margin = new Option<double>("--margin");
var count = new Option<int>("--count");
var root = new RootCommand { margin, count };
var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
comma.NumberFormat.NumberDecimalSeparator = ",";
comma.NumberFormat.NumberGroupSeparator = ".";

foreach (var (culture, name) in new[] { (CultureInfo.InvariantCulture, "invariant"), (comma, "decimal comma") })
{
    CultureInfo.CurrentCulture = culture;
    foreach (var text in new[] { "0,5", "0.001", "1,2,3.5" })
    {
        var parsed = root.Parse(["--margin", text]);
        var value = parsed.Errors.Count > 0 ? "refused" : parsed.GetValue(margin).ToString(CultureInfo.InvariantCulture);
        Console.WriteLine($"{name}: --margin {text} is {value}");
    }
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine($"invariant: --count 1,000 is {(root.Parse(["--count", "1,000"]).Errors.Count > 0 ? "refused" : "read")}");
CS

cat > expected.txt <<'TEXT'
invariant: --margin 0,5 is 5
invariant: --margin 0.001 is 0.001
invariant: --margin 1,2,3.5 is 123.5
decimal comma: --margin 0,5 is 0.5
decimal comma: --margin 0.001 is 1
decimal comma: --margin 1,2,3.5 is refused
invariant: --count 1,000 is refused
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
