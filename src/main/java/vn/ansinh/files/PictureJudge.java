package vn.ansinh.files;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ansinh.imaging.Measures;
import vn.ansinh.imaging.Measures.Motif;
import vn.ansinh.imaging.Measures.Side;

/** Turns measures into faults. */
@Component
class PictureJudge {

  private final PreflightSettings settings;

  PictureJudge(PreflightSettings settings) {
    this.settings = settings;
  }

  static Motif motif(FileKind kind) {
    return kind == FileKind.PORTRAIT ? Motif.PORTRAIT : Motif.PAPER;
  }

  Set<PictureFault> faults(FileKind kind, Measures picture) {
    var faults = EnumSet.noneOf(PictureFault.class);
    if (isScreenshot(picture)) {
      // Another has to be taken anyhow; what is somewhere on the screen is not judged.
      faults.add(PictureFault.SCREENSHOT);
      return faults;
    }
    if (kind == FileKind.PORTRAIT && !isThreeByFour(picture)) {
      faults.add(PictureFault.NOT_3X4);
    }
    if (picture.brightness() < settings.darkest()) {
      // What cannot be seen is not judged.
      faults.add(PictureFault.DARK);
      return faults;
    }
    if (picture.glare() > settings.glare()) {
      faults.add(PictureFault.GLARE);
    }
    if (picture.softness() > settings.softest()) {
      faults.add(PictureFault.BLURRED);
    }
    boolean isClear =
        !faults.contains(PictureFault.GLARE) && !faults.contains(PictureFault.BLURRED);
    if (kind == FileKind.PORTRAIT) {
      // Several are several even in a bad picture; none may only be hidden by it.
      if (picture.faces() > 1 || (isClear && picture.faces() == 0)) {
        faults.add(PictureFault.NOT_ONE_FACE);
      }
    } else {
      addPaperFaults(kind, picture, faults);
    }
    return faults;
  }

  private void addPaperFaults(FileKind kind, Measures picture, Set<PictureFault> faults) {
    boolean isCut = picture.sidesCut() >= settings.sidesCut();
    if (isCut) {
      faults.add(PictureFault.CUT);
    }
    if (picture.paper() > 0 && picture.paper() < settings.smallestPaper() && !isCut) {
      faults.add(PictureFault.FAR);
    }
    var other = kind == FileKind.PAPER_FRONT ? Side.BACK : Side.FRONT;
    boolean isCard = kind == FileKind.PAPER_FRONT || kind == FileKind.PAPER_BACK;
    if (isCard && picture.side() == other) {
      faults.add(PictureFault.WRONG_SIDE);
    }
  }

  /** Whether two pictures are one, saved again perhaps. */
  boolean areSame(String likeness, String other) {
    int different = 0;
    for (int i = 0; i < likeness.length(); i++) {
      int one = Character.digit(likeness.charAt(i), 16);
      different += Integer.bitCount(one ^ Character.digit(other.charAt(i), 16));
    }
    return different <= settings.sameWithin();
  }

  private boolean isThreeByFour(Measures picture) {
    double shape = (double) picture.width() / picture.height();
    return shape >= settings.narrowest() && shape <= settings.widest();
  }

  private boolean isScreenshot(Measures picture) {
    double longSide = Math.max(picture.width(), picture.height());
    double shape = longSide / Math.min(picture.width(), picture.height());
    return picture.screen() > settings.screen() && shape >= settings.screenShape();
  }
}
