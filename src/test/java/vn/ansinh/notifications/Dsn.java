package vn.ansinh.notifications;

/**
 * A delivery status notification as common mail servers write it.
 *
 * @param to whom the report is addressed: the sender on the envelope of what came back
 * @param returned headers of what came back
 */
record Dsn(String to, String action, String status, String returned) {

  static Dsn failed(String mark, String status) {
    return new Dsn(envelope(mark), "failed", status, "Subject: Thong bao");
  }

  static Dsn delayed(String mark) {
    return new Dsn(envelope(mark), "delayed", "4.4.1", "Subject: Thong bao");
  }

  static String envelope(String mark) {
    return "tra-lai+" + mark + "@example.vn";
  }

  /** Of one who writes it by hand. */
  Dsn withRecipients(String groups) {
    return new Dsn(to, groups, "", returned);
  }

  String text() {
    var recipients =
        action.contains(":")
            ? action
            : """
              Final-Recipient: rfc822; an@example.vn
              Action: %s
              Status: %s
              Diagnostic-Code: smtp; 550 %<s <an@example.vn>: no
              """
                .formatted(action, status);
    return """
        From: Mail Delivery System <MAILER-DAEMON@mx.example.com>
        To: <%s>
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        \tboundary="4F2A9C.1764320000/mx.example.com"

        This is a MIME-encapsulated message.

        --4F2A9C.1764320000/mx.example.com
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --4F2A9C.1764320000/mx.example.com
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.com
        X-Postfix-Queue-ID: 4F2A9C
        Arrival-Date: Sat, 28 Nov 2026 10:02:00 +0700 (+07)

        %s
        --4F2A9C.1764320000/mx.example.com
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        %s

        --4F2A9C.1764320000/mx.example.com--
        """
        .formatted(to, recipients, returned);
  }
}
