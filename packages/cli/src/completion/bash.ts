import { cases } from './cases.ts';
import type { Words } from './words.ts';

/** A script for bash, also for the 3.2 of macOS. Bash takes `--format=json` for three words. */
export function bash(words: Words): string {
  return `# Completion of smarketing for bash. In ~/.bashrc: eval "$(smarketing completion bash)"
_smarketing_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}
_smarketing_offer() {
  local IFS=$'\\n' set=$-
  set -f
  COMPREPLY=($("$@"))
  case $set in *f*) ;; *) set +f ;; esac
  compopt -o filenames 2>/dev/null
}
_smarketing_below() {
  compgen -d -- "$cur"
  CDPATH='' cd agreements >/dev/null 2>&1 && compgen -d -- "$cur"
}
_smarketing_folders() {
  _smarketing_offer _smarketing_below
}
_smarketing_files() {
  _smarketing_offer compgen -f -- "$cur"
}
_smarketing() {
  local cur=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=''
  if [ "$COMP_CWORD" -gt 1 ]; then command=\${COMP_WORDS[1]}; fi
  if [ "$cur" = '=' ]; then cur=''
  elif [ "$before" = '=' ]; then before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  COMPREPLY=()
${cases(words)}
}
complete -F _smarketing smarketing
`;
}
