#!/usr/bin/env bash
# UnitsNet 5.75.1: Energy.Parse of "5 mWh".
#
# Guess:   five milliwatt hours; or an error, if the library has no such unit.
# Instead: five megawatt hours. Energy knows no mWh; abbreviations are then matched without regard to
#          case, and MWh is the only one left. Power, which has both mW and MW, tells them apart and
#          refuses "5 Mw" as ambiguous.
# Matters: mWh is the unit in which a small board's energy is told. The value comes out a thousand
#          million times too large, without an error.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package UnitsNet@5.75.1
#:property PublishAot=false
using System.Globalization;
using UnitsNet;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
foreach (var text in new[] { "5 mWh", "5 MWh", "5 Wh" })
{
    Console.WriteLine($"Energy {text}: {Energy.Parse(text, CultureInfo.InvariantCulture).Joules.ToString("0", CultureInfo.InvariantCulture)} J");
}

foreach (var text in new[] { "5 mW", "5 Mw" })
{
    Console.WriteLine($"Power {text}: {(Power.TryParse(text, CultureInfo.InvariantCulture, out var power) ? power.Watts.ToString(CultureInfo.InvariantCulture) + " W" : "refused")}");
}
CS

cat > expected.txt <<'TEXT'
Energy 5 mWh: 18000000000 J
Energy 5 MWh: 18000000000 J
Energy 5 Wh: 18000 J
Power 5 mW: 0.005 W
Power 5 Mw: refused
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
