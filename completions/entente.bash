# bash completion for entente

_entente() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  local commands="read parse annotate code copies explain check evaluate train backtest add report search relations actor export import"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "$commands --help --version" -- "$cur"))
    return
  fi
  case $prev in
    --from) [ "$command" = import ] && COMPREPLY=($(compgen -W "gdelt2 icews polecat jsonl" -- "$cur")); return ;;
    --level) COMPREPLY=($(compgen -W "state sector bloc person" -- "$cur")); return ;;
    --by) COMPREPLY=($(compgen -W "week month" -- "$cur")); return ;;
    --copies) COMPREPLY=($(compgen -W "keep once" -- "$cur")); return ;;
    --layer) COMPREPLY=($(compgen -W "actors places times attributions" -- "$cur")); return ;;
    --format)
      local formats="jsonl"
      case $command in
        code) formats="jsonl table csv cameo" ;;
        search) formats="jsonl table" ;;
        relations|actor) formats="jsonl table" ;;
        export) formats="jsonl csv cameo graphml geojson" ;;
        read) formats="jsonl text" ;;
        parse) formats="conllu tree" ;;
      esac
      COMPREPLY=($(compgen -W "$formats" -- "$cur")); return ;;
  esac
  case $cur in
    -*)
      local options="--help --data --language --model --threads --format"
      case $command in
        code) options="$options --published --unresolved --copies --appearances --places --max-document-size" ;;
        copies) options="--help --data --language --threads --published --max-document-size" ;;
        parse) options="$options --pretokenized --offsets" ;;
        check) options="--help --quick --data --language --model" ;;
        annotate) options="$options --layer --published --places" ;;
        evaluate) options="--help --gold --by-doc --errors" ;;
        backtest) options="--help --quads --ranks --span --without --no-calibration --threads" ;;
        add) options="--help --data --language --model --places --threads --published --max-document-size --unresolved --all --no-copies --wait --time" ;;
        report) options="--help --output --title --from --until --as-of --data --language" ;;
        search) options="--help --query --limit --format" ;;
        relations) options="--help --from --until --as-of --half-life --level --by --established --claimed --roll-up --within --blocs --compare --actors --resolution --sentences --limit --data --language --format" ;;
        actor) options="--help --from --until --as-of --half-life --established --claimed --roll-up --sentences --limit --data --language --format" ;;
        export) options="--help --format --data --language" ;;
        import) options="--help --from --source --wait --time --data --language" ;;
        train) options="--help --output --dev --epochs --seed --threads --extra --extra-weight --extra-passes --gold-epochs --dropout --batch-words --units --layers --parser --data --language" ;;
      esac
      COMPREPLY=($(compgen -W "$options" -- "$cur")) ;;
    *) COMPREPLY=($(compgen -f -- "$cur")) ;;
  esac
}
complete -o filenames -F _entente entente
