import { cases } from './cases.ts';
import type { Words } from './words.ts';

/** A script for zsh, to be evaluated or to lie in a folder of `fpath` as `_smarketing`. */
export function zsh(words: Words): string {
  return `#compdef smarketing
# Completion of smarketing for zsh. In ~/.zshrc, after compinit: eval "$(smarketing completion zsh)"
_smarketing_words() {
  compadd -- \${=1}
}
_smarketing_folders() {
  _path_files -/
  if [[ -d agreements ]]; then _path_files -W "$PWD/agreements" -/; fi
}
_smarketing_files() {
  _files
}
_smarketing() {
  local cur=$words[CURRENT] before=$words[CURRENT-1] command=''
  if (( CURRENT > 2 )); then command=$words[2]; fi
  if [[ $cur == --*=* ]]; then
    compset -P '*='
    before=\${cur%%=*} cur=\${cur#*=}
  fi
${cases(words)}
}
if [[ $funcstack[1] == _smarketing ]]; then _smarketing "$@"; else compdef _smarketing smarketing; fi
`;
}
