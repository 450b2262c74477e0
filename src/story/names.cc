// How standings and matters of dispute are written.
#include "story/act.h"
#include "story/dispute.h"

namespace entente {

const char* name_of(Standing standing) {
  switch (standing) {
    case Standing::established:
      return "established";
    case Standing::claimed:
      return "claimed";
    case Standing::disputed:
      return "disputed";
    case Standing::denied:
      break;
  }
  return "denied";
}

const char* name_of(DisputeAbout about) {
  switch (about) {
    case DisputeAbout::happened:
      return "happened";
    case DisputeAbout::relation:
      return "relation";
    case DisputeAbout::actor:
      return "actor";
    case DisputeAbout::recipient:
      return "recipient";
    case DisputeAbout::bound:
      return "bound";
    case DisputeAbout::number:
      break;
  }
  return "number";
}

}  // namespace entente
