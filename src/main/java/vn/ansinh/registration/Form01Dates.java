package vn.ansinh.registration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import vn.ansinh.platform.VietnamTime;

/**
 * Dates the file with the day of the declaration instead of the moment of printing, in both places
 * that PDF/A wants to agree, and derives the file's identifier from the code.
 */
final class Form01Dates {

  private static final Pattern CREATED = Pattern.compile("(?<=<xmp:CreateDate>)[^<]*");

  private Form01Dates() {}

  static void set(PDDocument document, Form01 form) throws IOException {
    OffsetDateTime day = form.declaredOn().atStartOfDay(VietnamTime.ZONE).toOffsetDateTime();
    GregorianCalendar calendar =
        new GregorianCalendar(TimeZone.getTimeZone(VietnamTime.ZONE), Locale.ROOT);
    calendar.setTimeInMillis(day.toInstant().toEpochMilli());
    document.getDocumentInformation().setCreationDate(calendar);
    document.setDocumentId((long) form.code().hashCode());

    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    String dated =
        CREATED.matcher(xmp).replaceFirst(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day));
    metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
  }
}
