package vn.ansinh.printing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import vn.ansinh.platform.VietnamTime;

/**
 * Dates the file with the document's own date instead of the moment of printing, in both places
 * that PDF/A wants to agree, and gives it the document's identifier.
 */
final class Dates {

  private static final Pattern CREATED = Pattern.compile("(?<=<xmp:CreateDate>)[^<]*");

  private Dates() {}

  static void set(PDDocument document, Sheet sheet) throws IOException {
    GregorianCalendar calendar =
        new GregorianCalendar(TimeZone.getTimeZone(VietnamTime.ZONE), Locale.ROOT);
    calendar.setTimeInMillis(sheet.dated().toInstant().toEpochMilli());
    document.getDocumentInformation().setCreationDate(calendar);
    document.setDocumentId(sheet.identifier());

    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    String dated =
        CREATED
            .matcher(xmp)
            .replaceFirst(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(sheet.dated()));
    metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
  }
}
