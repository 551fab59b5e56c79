// Validates messages against the schemas of an AsyncAPI document: @asyncapi/parser itself passes over the examples of version 3.
// Reads lines of JSON, {"kind": name of the message, "payload": the message}; prints what does not fit, then how many were read.
const { readFileSync } = require('node:fs');
const Ajv = require('ajv').default;

const { messages } = JSON.parse(readFileSync(process.argv[2], 'utf8')).components;
const lines = readFileSync(process.argv[3], 'utf8').split('\n').filter(line => line.length > 0);
for (const { kind, payload } of lines.map(line => JSON.parse(line))) {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile({ ...messages[kind].payload, additionalProperties: false });
  if (!validate(payload))
    console.log(`${kind}${validate.errors[0].instancePath} ${validate.errors[0].message}`);
}
console.log(`${lines.length} read`);
