# fish completion for entente
set -l commands read parse annotate code copies explain check evaluate train backtest
complete -c entente -n "not __fish_seen_subcommand_from $commands" -a "$commands" -f
complete -c entente -l help -d "show help with an example"
complete -c entente -l data -r -d "a folder of dictionaries"
complete -c entente -l model -r -d "the language model"
complete -c entente -l threads -x -d "worker threads"
complete -c entente -l published -x -d "date for documents without one"
complete -c entente -n "__fish_seen_subcommand_from code" -l format -x -a "jsonl table csv cameo"
complete -c entente -n "__fish_seen_subcommand_from code" -l unresolved -d "keep items whose parties have no code"
complete -c entente -n "__fish_seen_subcommand_from code" -l copies -x -a "keep once" -d "what becomes of copies"
complete -c entente -n "__fish_seen_subcommand_from code" -l appearances -r -d "where copies are listed"
complete -c entente -n "__fish_seen_subcommand_from read" -l format -x -a "jsonl text"
complete -c entente -n "__fish_seen_subcommand_from parse" -l format -x -a "conllu tree"
complete -c entente -n "__fish_seen_subcommand_from parse" -l pretokenized -d "the input is CoNLL-U"
complete -c entente -n "__fish_seen_subcommand_from annotate" -l layer -x -a "actors places times attributions"
