#!/usr/bin/env bash
# PostgreSQL 15.18: sum and avg over a column of type real.
#
# Guess:   sum(x) / count(*) is avg(x), up to the last digit or two.
# Instead: sum(real) adds in float, row after row, while avg(real) adds in double. Over a million rows of 0.1
#          the sum is 100,958 instead of 100,000, and the average is right, in the same line of output.
#          20 million ones sum up to 16,777,216, where adding 1 changes nothing any more.
# Matters: real is the type one chooses for telemetry. Totals of energy or counts drift by per cents with the
#          number of rows. sum(x::float8) is right.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
chmod 711 "$work"
mkdir "$work/db"
bin="$work/root/usr/lib/postgresql/15/bin"
as_user=()
if [ "$(id -u)" = 0 ]; then
  chown nobody "$work/db"
  as_user=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
fi
trap '"${as_user[@]}" "$bin/pg_ctl" -D "$work/db/data" -m immediate stop > /dev/null 2>&1 || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq postgresql-15=15.18-0+deb12u1 postgresql-client-15=15.18-0+deb12u1 libpq5 libicu72 libxml2 libldap-2.5-0 libsasl2-2 2> /dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
export LD_LIBRARY_PATH="$work/root/usr/lib/$(uname -m)-linux-gnu"
"${as_user[@]}" "$bin/initdb" -D "$work/db/data" -A trust -U tester > /dev/null
"${as_user[@]}" "$bin/pg_ctl" -D "$work/db/data" -o "-k $work/db -c listen_addresses= -c jit=off" -l "$work/db/log" -w start > /dev/null

"$bin/psql" -h "$work/db" -U tester -d postgres -At -F ', ' > seen.txt <<'SQL'
select 'sum ' || sum(x), 'sum / count ' || sum(x) / count(*), 'avg ' || avg(x)::numeric(9, 7), 'sum of float8 ' || sum(x::float8)::numeric(9, 2)
from (select 0.1::real as x from generate_series(1, 1000000)) as readings;
select '20 million ones: ' || sum(1::real) from generate_series(1, 20000000);
SQL

cat > expected.txt <<'TEXT'
sum 100958.34, sum / count 0.10095834375, avg 0.1000000, sum of float8 100000.00
20 million ones: 1.6777216e+07
TEXT

cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
