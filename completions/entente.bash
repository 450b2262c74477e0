# bash completion for entente

_entente() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  local commands="read parse annotate code copies explain check evaluate train backtest forecast whatif add search export import"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "$commands --help --version" -- "$cur"))
    return
  fi
  case $prev in
    --days) COMPREPLY=($(compgen -W "7 30 90" -- "$cur")); return ;;
    --from) COMPREPLY=($(compgen -W "gdelt2 icews polecat jsonl" -- "$cur")); return ;;
    --copies) COMPREPLY=($(compgen -W "keep once" -- "$cur")); return ;;
    --layer) COMPREPLY=($(compgen -W "actors places times attributions" -- "$cur")); return ;;
    --format)
      local formats="jsonl"
      case $command in
        code) formats="jsonl table csv cameo" ;;
        search) formats="jsonl table" ;;
        backtest|forecast|whatif) formats="jsonl table" ;;
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
        backtest) options="--help --days --plot --format --quads --ranks --span --without --no-calibration --threads" ;;
        forecast) options="--help --actor --recipient --type --days --as-of --limit --threads --format" ;;
        whatif) options="--help --days --as-of --limit --cases --threads --format" ;;
        add) options="--help --data --language --model --places --threads --published --max-document-size --unresolved --all --no-copies --wait --time" ;;
        search) options="--help --query --limit --format" ;;
        export) options="--help --format --data --language" ;;
        import) options="--help --from --source --wait --time --data --language" ;;
        train) options="--help --output --dev --epochs --seed --threads --extra --extra-weight --extra-passes --gold-epochs --dropout --batch-words --units --layers --parser --data --language" ;;
      esac
      COMPREPLY=($(compgen -W "$options" -- "$cur")) ;;
    *) COMPREPLY=($(compgen -f -- "$cur")) ;;
  esac
}
complete -o filenames -F _entente entente
