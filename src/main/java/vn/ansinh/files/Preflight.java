package vn.ansinh.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.ansinh.files.FaultStore.Judged;
import vn.ansinh.imaging.Imaging;
import vn.ansinh.imaging.ImagingException;
import vn.ansinh.platform.Wiped;

/**
 * Looks at pictures before an officer has to: what is likely to be found wanting. A picture is
 * measured when somebody first looks at it, in a worker; what was found stays with its row. Never
 * blocks anything. Safe to call from many threads.
 */
@Service
public class Preflight {

  private final FaultStore store;
  private final SealedContents contents;
  private final Imaging imaging;
  private final PictureJudge judge;

  Preflight(FaultStore store, SealedContents contents, Imaging imaging, PictureJudge judge) {
    this.store = store;
    this.contents = contents;
    this.imaging = imaging;
    this.judge = judge;
  }

  /**
   * Of the pictures of one person. Those that are not safe yet, or could not be looked at in that
   * time, are missing. Not to be called in a transaction.
   */
  public Map<FileId, Set<PictureFault>> faults(Collection<FileId> ids, Duration atMost) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    long until = System.nanoTime() + atMost.toNanos();
    var judged = new ArrayList<Judged>();
    for (var picture : store.find(ids)) {
      if (picture.faults() != null) {
        judged.add(picture);
      } else {
        var patience = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
        judge(picture, patience).ifPresent(judged::add);
      }
    }
    return withRepetitions(judged);
  }

  private Optional<Judged> judge(Judged picture, Duration patience) {
    try {
      return contents
          .read(picture.id())
          .flatMap(
              it ->
                  Wiped.after(
                      it,
                      jpeg -> imaging.measure(PictureJudge.motif(picture.kind()), jpeg, patience)))
          .map(
              it -> {
                var faults = judge.faults(picture.kind(), it);
                store.judged(picture.id(), faults, it.likeness());
                return new Judged(picture.id(), picture.kind(), faults, it.likeness());
              });
    } catch (ImagingException e) {
      // Said in the log by those who make pictures safe; advice can wait.
      return Optional.empty();
    }
  }

  private Map<FileId, Set<PictureFault>> withRepetitions(List<Judged> pictures) {
    var faults = new HashMap<FileId, Set<PictureFault>>();
    for (var picture : pictures) {
      var own = EnumSet.noneOf(PictureFault.class);
      if (picture.faults() != null) {
        own.addAll(picture.faults());
      }
      if (pictures.stream().anyMatch(it -> areSame(picture, it))) {
        own.add(PictureFault.SAME_TWICE);
      }
      faults.put(picture.id(), own);
    }
    return faults;
  }

  private boolean areSame(Judged one, Judged other) {
    return !one.id().equals(other.id())
        && one.likeness() != null
        && other.likeness() != null
        && judge.areSame(one.likeness(), other.likeness());
  }
}
