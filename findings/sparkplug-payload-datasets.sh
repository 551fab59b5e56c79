#!/usr/bin/env bash
# sparkplug-payload 1.0.3 (npm): what its decoder makes of its own encoder's bytes.
#
# Guess:   what the encoder writes, the decoder reads; seq comes back as the number that went in.
# Instead: a DataSet with a column of Int8, Int16, Int32, UInt64 or DateTime can't be decoded: the decoder
#          throws 'Invalid DataSetValue'. The same types work as plain metrics; UInt32, Int64 and the
#          floating ones work in DataSets too. seq comes back as an object: seq === 1 is false, and
#          (seq + 1) % 256 is 11, for + joins the texts '1' and '1'.
# Matters: a host that looks for gaps in seq with these operators sees one at every message, and asks for
#          rebirth without end. Tables of results need columns of Double or Int64.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund sparkplug-payload@1.0.3 > /dev/null

cat > finding.js <<'JS'
const sparkplug = require('sparkplug-payload').get('spBv1.0');
const back = payload => sparkplug.decodePayload(sparkplug.encodePayload(payload));

for (const [type, value] of [['Int8', 7], ['Int16', 7], ['Int32', 7], ['UInt32', 7], ['Int64', 7], ['UInt64', 7], ['DateTime', 7], ['Double', 7]]) {
  const dataSet = { numOfColumns: 1, types: [type], columns: ['a'], rows: [[value]] };
  let inDataSet;
  try {
    inDataSet = String(back({ timestamp: 1, seq: 1, metrics: [{ name: 'd', type: 'DataSet', value: dataSet }] }).metrics[0].value.rows[0][0]);
  } catch (error) {
    inDataSet = error.message.split(':')[0];
  }
  const asMetric = back({ timestamp: 1, seq: 1, metrics: [{ name: 'm', type, value }] }).metrics[0].value;
  console.log(`${type}: as a metric ${asMetric}, in a DataSet ${inDataSet}`);
}

const { seq } = back({ timestamp: 1, seq: 1, metrics: [] });
console.log(`seq === 1: ${seq === 1}; (seq + 1) % 256: ${(seq + 1) % 256}; seq.toNumber(): ${seq.toNumber()}`);
JS

cat > expected.txt <<'TEXT'
Int8: as a metric 7, in a DataSet Invalid DataSetValue
Int16: as a metric 7, in a DataSet Invalid DataSetValue
Int32: as a metric 7, in a DataSet Invalid DataSetValue
UInt32: as a metric 7, in a DataSet 7
Int64: as a metric 7, in a DataSet 7
UInt64: as a metric 7, in a DataSet Invalid DataSetValue
DateTime: as a metric 7, in a DataSet Invalid DataSetValue
Double: as a metric 7, in a DataSet 7
seq === 1: false; (seq + 1) % 256: 11; seq.toNumber(): 1
TEXT

node finding.js > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
