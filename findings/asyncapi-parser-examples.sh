#!/usr/bin/env bash
# @asyncapi/parser 3.6.6 (npm): message examples that break their own schema.
#
# Guess:   the parser that refuses a wrong binding or an undeclared parameter also refuses an example that
#          its schema forbids, in every version of the document.
# Instead: in a document of version 2.6 such an example is an error. In one of version 3.0 it passes with
#          no error and no warning, whether a member is missing or of another type.
# Matters: 'the AsyncAPI document is valid' proves nothing about its examples, which readers copy.
#          They have to be checked with a JSON Schema validator.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @asyncapi/parser@3.6.6 > /dev/null

cat > finding.js <<'JS'
const { Parser } = require('@asyncapi/parser');
const schema = { type: 'object', required: ['latency_us'], properties: { latency_us: { type: 'integer' } } };

const documents = {
  '2.6.0': examples => ({
    asyncapi: '2.6.0', info: { title: 't', version: '1.0.0' },
    channels: { a: { publish: { operationId: 'o', message: { messageId: 'm', payload: schema, examples } } } },
  }),
  '3.0.0': examples => ({
    asyncapi: '3.0.0', info: { title: 't', version: '1.0.0' },
    channels: { c: { address: 'a', messages: { m: { payload: schema, examples } } } },
    operations: { o: { action: 'send', channel: { $ref: '#/channels/c' } } },
  }),
};

(async () => {
  for (const [version, document] of Object.entries(documents)) {
    for (const payload of [{ latency_us: 12 }, { latency_us: 'slow' }, {}]) {
      const { diagnostics } = await new Parser().parse(JSON.stringify(document([{ name: 'e', payload }])));
      const found = diagnostics.filter(d => String(d.path).includes('examples'));
      console.log(`${version}, ${JSON.stringify(payload)}: ${found.length === 0 ? 'nothing said' : 'said'}`);
    }
  }
})();
JS

cat > expected.txt <<'TEXT'
2.6.0, {"latency_us":12}: nothing said
2.6.0, {"latency_us":"slow"}: said
2.6.0, {}: said
3.0.0, {"latency_us":12}: nothing said
3.0.0, {"latency_us":"slow"}: nothing said
3.0.0, {}: nothing said
TEXT

node finding.js > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
