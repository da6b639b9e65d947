import { cases } from './cases.ts';
import type { Words } from './words.ts';

/** A script for bash, also for the 3.2 of macOS. Bash takes `--format=json` for three words. */
export function bash(words: Words): string {
  return `# Completion of smarketing for bash. In ~/.bashrc: eval "$(smarketing completion bash)"
_smarketing_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}
_smarketing_folders() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -d -- "$cur"; cd agreements >/dev/null 2>&1 && compgen -d -- "$cur"))
  compopt -o filenames 2>/dev/null
}
_smarketing_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -f -- "$cur"))
  compopt -o filenames 2>/dev/null
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
