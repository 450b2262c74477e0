// Any bytes as a mail, as a mailbox, and as a header with encoded words.
#include "containers.h"
#include "text/containers/mail.h"
#include "text/containers/mime.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  entente::fuzzing::run(entente::read_mail_file, data, size);
  entente::fuzzing::run(entente::read_mailbox, data, size);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!entente::is_valid(entente::decode_words(bytes))) std::abort();
  return 0;
}
