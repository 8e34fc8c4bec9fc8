package vn.ansinh.review;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.reading.CardCode;
import vn.ansinh.reading.CardCode.CitizenCard;
import vn.ansinh.reading.CardCode.InsuranceCard;
import vn.ansinh.reading.CardCode.MachineLines;
import vn.ansinh.reading.CardCodes;
import vn.ansinh.registration.ReadCodes;

/** What cards said while the declaration was filled in; empty where none was read. */
public record Evidence(
    Optional<CitizenCard> citizenCard,
    Optional<MachineLines> machineLines,
    Optional<InsuranceCard> insuranceCard) {

  static Evidence of(ReadCodes codes) {
    return new Evidence(
        read(codes.citizenCard(), CitizenCard.class),
        read(codes.machineLines(), MachineLines.class),
        read(codes.insuranceCard(), InsuranceCard.class));
  }

  /** Nobody checked it on the way: what turns out to be something else counts as not read. */
  private static <C extends CardCode> Optional<C> read(@Nullable String code, Class<C> kind) {
    return Optional.ofNullable(code).map(CardCodes::read).filter(kind::isInstance).map(kind::cast);
  }
}
