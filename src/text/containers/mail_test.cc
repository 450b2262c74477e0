// Messages, mailboxes, and the ways mail has of writing text.
#include "text/containers/mail.h"

#include <gtest/gtest.h>

#include "text/containers/mime.h"
#include "text/containers/test_support.h"
#include "text/containers/text_time.h"

namespace entente {
namespace {

using testing_support::collect;
using testing_support::Collected;

const std::string newsletter =
    "Return-Path: <bounce@daily.example>\r\n"
    "From: =?utf-8?Q?Gondor_Daily_=E2=80=94?= =?utf-8?B?IG5ld3M=?= <news@daily.example>\r\n"
    "Subject: Truce at\r\n  noon\r\nDate: Wed, 14 May 2031 07:00:00 +0000\r\n"
    "Message-ID: <m1@daily.example>\r\nList-Unsubscribe: <http://daily.example/out>\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b1\"\r\n\r\n"
    "This is a message in parts.\r\n--b1\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\nA caf=E9 in Kal=\r\nen.\r\n"
    "--b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    "PHA+QSBjYWbDqSBpbiBL\r\nYWxlbi48L3A+\r\n--b1--\r\nafter\r\n";

TEST(MailTest, BothPartsOfANewsletter) {
  const Collected all = collect(read_mail_file, newsletter);
  ASSERT_EQ(all.payloads.size(), 1U);
  const Payload& mail = all.payloads[0];
  EXPECT_EQ(mail.entry, "m1@daily.example");
  EXPECT_EQ(mail.media_type, "text/html");
  EXPECT_EQ(mail.charset, "utf-8");
  EXPECT_EQ(mail.bytes, "<p>A caf\u00E9 in Kalen.</p>");
  EXPECT_EQ(mail.alternative, "A caf\u00E9 in Kalen.\r\n");
  EXPECT_EQ(mail.origin.publisher, "Gondor Daily \u2014 news");
  EXPECT_EQ(mail.origin.author, "");
  EXPECT_EQ(mail.origin.title, "Truce at noon");
  EXPECT_EQ(mail.origin.published, "2031-05-14");
}

TEST(MailTest, AttachmentsAreLeftAndCarriedMessagesRead) {
  const Collected all = collect(
      read_mail_file,
      "From: a@x.example\nSubject: Outer\nContent-Type: multipart/mixed; boundary=b\n\n"
      "--b\n\nSee below.\n--b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nNo.\n"
      "--b\nContent-Type: message/rfc822\n\nSubject: Inner\nFrom: B <b@x.example>\n\nInner text.\n"
      "--b--\n");
  ASSERT_EQ(all.payloads.size(), 2U);
  EXPECT_EQ(all.payloads[0].bytes, "See below.\n");
  EXPECT_EQ(all.payloads[0].origin.author, "a@x.example");
  EXPECT_EQ(all.payloads[1].origin.title, "Inner");
  EXPECT_EQ(all.payloads[1].origin.author, "B");
  EXPECT_EQ(all.payloads[1].bytes, "Inner text.\n");
}

TEST(MailTest, MailboxesAreCutWhereMessagesBegin) {
  const Collected all =
      collect(read_mailbox,
              "From a@x.example Wed May 14 2031\nSubject: One\nFrom: a@x.example\n\nFirst.\n"
              "From here on it rained.\n>From the north.\n\nFrom b@x.example Wed May 14 2031\n"
              "Subject: Two\nMessage-ID: <two>\n\nSecond.\n");
  ASSERT_EQ(all.payloads.size(), 2U);
  EXPECT_EQ(all.payloads[0].bytes, "First.\nFrom here on it rained.\nFrom the north.\n\n");
  EXPECT_EQ(all.payloads[0].entry, "1");
  EXPECT_EQ(all.payloads[1].entry, "two");
  EXPECT_GT(all.payloads[1].where.byte, 0U);
}

TEST(MailTest, LargeAndEmptyMessagesAreReportedAndTheOthersRead) {
  const Collected all =
      collect(read_mailbox,
              "From a\nSubject: One\n\n" + std::string(2000, 'x') +
                  "\n\nFrom b\nSubject: Two\n\n\n\nFrom c\nSubject: Three\n\nThird.\n",
              1000);
  ASSERT_EQ(all.payloads.size(), 1U);
  EXPECT_EQ(all.payloads[0].origin.title, "Three");
  ASSERT_EQ(all.errors.size(), 2U);
  EXPECT_EQ(all.errors[0].kind(), ErrorKind::too_large);
}

TEST(MailTest, PartsWithinPartsHaveAnEnd) {
  std::string message = "From: a@x.example\nDate: 14 May 2031\n";
  for (int i = 0; i < 5000; ++i) {
    const std::string boundary = "b" + std::to_string(i);
    message += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
  }
  const Collected all = collect(read_mail_file, message + "\nText.\n");
  EXPECT_TRUE(all.payloads.empty());
  EXPECT_EQ(all.errors.size(), 1U);
}

TEST(MailTest, WhatIsMailIsToldByItsHeader) {
  EXPECT_TRUE(looks_like_mail(newsletter));
  EXPECT_TRUE(looks_like_mail("Subject: x\nFrom: y\n\ntext"));
  EXPECT_FALSE(looks_like_mail("From: the north it came.\n\nDate: unknown."));
  EXPECT_FALSE(looks_like_mail("Kalen: talks begin\nTo: be continued. A line."));
  EXPECT_FALSE(looks_like_mailbox("From the north came the army.\n\nIt was late."));
  EXPECT_TRUE(looks_like_mailbox("From a@b Mon\nSubject: x\nDate: y\n\ntext"));
}

TEST(MailTest, EncodedWordsAndBodies) {
  EXPECT_EQ(decode_words("=?ISO-8859-1?Q?caf=E9?= x =?bogus"), "caf\u00E9 x =?bogus");
  EXPECT_EQ(decode_words("=?utf-8?B?4oI=?= =?utf-8?B?rA==?="), "\u20AC");  // one character in two
  EXPECT_EQ(decode_words("=?utf-8?X?abc?="), "=?utf-8?X?abc?=");
  EXPECT_EQ(decode_transfer("a=3Db =\r\nc=zz=", "Quoted-Printable"), "a=b c=zz");
  EXPECT_EQ(decode_transfer("Y\nW=Jj??", "base64"),
            "a"
            "&");
  EXPECT_EQ(decode_transfer("as it is=20", "8bit"), "as it is=20");
}

TEST(MailTest, DatesAsMailAndFeedsWriteThem) {
  EXPECT_EQ(day_of("Wed, 14 May 2031 07:00:00 +0000"), "2031-05-14");
  EXPECT_EQ(day_of("14 May 31 07:00 GMT"), "2031-05-14");
  EXPECT_EQ(day_of("Wednesday, 4 September 2030"), "2030-09-04");
  EXPECT_EQ(day_of("Wed May 14 07:00:00 2031"), "2031-05-14");
  EXPECT_EQ(day_of("May 14, 2031 7:00 AM"), "2031-05-14");
  EXPECT_EQ(day_of(" 2031-05-14T07:00:00Z"), "2031-05-14");
  EXPECT_EQ(day_of("45 May 2031"), "");
  EXPECT_EQ(day_of("soon"), "");
  EXPECT_EQ(day_of(""), "");
}

}  // namespace
}  // namespace entente
