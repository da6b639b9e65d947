/** Texts that try to be more than text where they are written. */
export const hostile: readonly string[] = [
  '<script>alert(1)</script> & "quotes" \'single\'',
  ']]><failure/><![CDATA[',
  'a.yaml,line=1::error file=b.yaml::no',
  'first\nsecond\r\n::warning::third\r::stop-commands::x',
  '100% of %0A and %25',
  'left \u202e thgir \u2066 \u200f \ufeff',
  'bell \u0007 escape \u001b[31m nul \u0000 next \u0085',
  'half \ud83d of a pair, \ufffe and \uffff',
  '[a link](https://example.org) and [1](2)',
  '\\" \\n \\u0041 ${x} `x` $(x)',
  `${'very long '.repeat(10_000)}end`,
  '',
];

/** Control and bidi characters, but for line breaks and tabs. */
export const deceiving: RegExp =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
