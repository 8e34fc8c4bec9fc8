package vn.ansinh.review;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ansinh.files.PaperReading;
import vn.ansinh.reading.CardCode;
import vn.ansinh.reading.CardCode.CitizenCard;
import vn.ansinh.reading.CardCode.InsuranceCard;
import vn.ansinh.reading.CardCode.MachineLines;
import vn.ansinh.reading.CardCodes;
import vn.ansinh.registration.ReadCodes;
import vn.ansinh.review.Comparison.Source;

/**
 * What cards said, scanned while the declaration was filled in or read from its photos; empty where
 * neither was. What was scanned goes first.
 *
 * @param fromPhotos what the photos say themselves, scanned or not
 * @param contradictions where a photo shows another card than the one scanned
 */
public record Evidence(
    Optional<CitizenCard> citizenCard,
    Optional<MachineLines> machineLines,
    Optional<InsuranceCard> insuranceCard,
    Set<Source> fromPhotos,
    Set<Source> contradictions) {

  static Evidence of(ReadCodes codes, Collection<PaperReading> photos) {
    var scannedCard = read(codes.citizenCard(), CitizenCard.class);
    var scannedLines = read(codes.machineLines(), MachineLines.class);
    var seenCard = seen(photos, PaperReading::code, CitizenCard.class);
    var seenLines = seen(photos, PaperReading::lines, MachineLines.class);
    var fromPhotos = EnumSet.noneOf(Source.class);
    var contradictions = EnumSet.noneOf(Source.class);
    if (seenCard.isPresent()) {
      fromPhotos.add(Source.CITIZEN_CARD);
      if (scannedCard.isPresent() && !sameCard(scannedCard.get(), seenCard.get())) {
        contradictions.add(Source.CITIZEN_CARD);
      }
    }
    if (seenLines.isPresent()) {
      fromPhotos.add(Source.MACHINE_LINES);
      if (scannedLines.isPresent() && !scannedLines.equals(seenLines)) {
        contradictions.add(Source.MACHINE_LINES);
      }
    }
    return new Evidence(
        scannedCard.or(() -> seenCard),
        scannedLines.or(() -> seenLines),
        read(codes.insuranceCard(), InsuranceCard.class),
        fromPhotos,
        contradictions);
  }

  /** And nothing that was scanned says otherwise. */
  public boolean isFromPhoto(Source source) {
    return fromPhotos.contains(source) && !contradictions.contains(source);
  }

  /** Addresses are left out: cards are reissued when they change. */
  private static boolean sameCard(CitizenCard one, CitizenCard other) {
    return one.number().equals(other.number())
        && one.fullName().equals(other.fullName())
        && one.birthDate().equals(other.birthDate());
  }

  private static <C extends CardCode> Optional<C> seen(
      Collection<PaperReading> photos,
      Function<PaperReading, @Nullable String> what,
      Class<C> kind) {
    return photos.stream().flatMap(it -> read(what.apply(it), kind).stream()).findFirst();
  }

  /** Nobody checked it on the way: what turns out to be something else counts as not read. */
  private static <C extends CardCode> Optional<C> read(@Nullable String code, Class<C> kind) {
    return Optional.ofNullable(code).map(CardCodes::read).filter(kind::isInstance).map(kind::cast);
  }
}
