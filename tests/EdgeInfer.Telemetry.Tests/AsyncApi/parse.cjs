// Prints what npm's @asyncapi/parser says of a document, a line a finding: severity (0 error, 1 warning, 2 information), rule, place.
const { readFileSync } = require('node:fs');
const { Parser } = require('@asyncapi/parser');

new Parser().parse(readFileSync(process.argv[2], 'utf8')).then(({ document, diagnostics }) => {
  for (const finding of diagnostics)
    console.log(`${finding.severity} ${finding.code} ${finding.path.join('.')}`);
  if (document)
    console.log(`parsed ${document.version()} with ${document.channels().length} channels and ${document.allMessages().length} messages`);
});
