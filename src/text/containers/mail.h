// Mails: newsletters as single messages (EML), in mailboxes (mbox), and pages saved as MHTML.
#pragma once

#include <string_view>

#include "text/containers/payload.h"
#include "text/containers/window.h"

namespace entente {

/// Hands out what a message says: its HTML part, with the plain part as alternative, or the plain
/// one alone; messages that it carries whole as entries of their own. Attachments are passed over.
/// An entry is named by its Message-ID, else by `name`.
void read_message(std::string_view message, const std::string& name, const Location& where,
                  const ContainerHandlers& handlers);

/// A file that is one message.
void read_mail_file(Window& input, const ContainerLimits& limits,
                    const ContainerHandlers& handlers);
/// A mailbox: messages begin at lines "From " after an empty one.
void read_mailbox(Window& input, const ContainerLimits& limits, const ContainerHandlers& handlers);

[[nodiscard]] bool looks_like_mailbox(std::string_view head);
/// True when bytes begin with the header of a mail: two fields at least that only mail has.
[[nodiscard]] bool looks_like_mail(std::string_view head);

}  // namespace entente
