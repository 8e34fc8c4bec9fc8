package vn.ansinh.stopping;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.ansinh.catalogue.CodeEntry;
import vn.ansinh.catalogue.CodeList;
import vn.ansinh.catalogue.CodeLists;
import vn.ansinh.platform.VietnamTime;

/**
 * The reasons to choose from, as administrators keep them in the catalogue. What was declared keeps
 * the words of its day.
 */
@Service
public class StopReasons {

  private static final String NONE_OF_THESE = "OTHER";

  private final CodeLists codes;
  private final Clock clock;

  StopReasons(CodeLists codes, Clock clock) {
    this.codes = codes;
    this.clock = clock;
  }

  /** By code; what fits none of the others at the end. */
  public List<StopReason> today() {
    return codes.on(CodeList.STOP_REASON, VietnamTime.today(clock)).stream()
        .sorted(Comparator.comparing(it -> it.code().equals(NONE_OF_THESE)))
        .map(StopReasons::reason)
        .toList();
  }

  /** As it read on the day. */
  public Optional<StopReason> find(String code, LocalDate day) {
    return codes.find(CodeList.STOP_REASON, code, day).map(StopReasons::reason);
  }

  boolean isOffered(String code) {
    return find(code, VietnamTime.today(clock)).isPresent();
  }

  private static StopReason reason(CodeEntry entry) {
    return new StopReason(entry.code(), entry.nameVi(), entry.nameEn());
  }
}
