package vn.ansinh.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where on a measure is a fault. Chosen on the labelled set that {@code bin/bench preflight}
 * draws, between the worst good picture and the mildest faulty one.
 *
 * @param darkest brightness of 255; papers and backgrounds in a lit room reach 130, a face of dark
 *     skin in good light still 90
 * @param glare share of the paper; a patch of a fiftieth hides about one line of print
 * @param softest width of edges in 800ths of the long side; at twice what a sharp picture has, the
 *     strokes of small print, which are about that wide, run together
 * @param smallestPaper share of the picture; below a fifth the small print of a card is less than
 *     twelve pixels high at the size that is kept
 * @param sidesCut sides of the picture over which the paper runs out; one is enough to lose a
 *     corner
 * @param screen share of the picture in one shade without noise; no camera's picture has a tenth
 *     unless it is burnt out, which does not come with the shape of a screen
 * @param screenShape long side to short side; cameras take 4:3 and 3:2, telephones' screens are at
 *     least 16:9
 * @param narrowest width to height of a portrait; 3×4 is 0.75, and a strip of a twentieth is lost
 *     by hand when it is cut out
 * @param widest width to height of a portrait
 * @param sameWithin of 256 bits of likeness; copies saved again, smaller and coarser, differ in up
 *     to fourteen, two portraits before the same wall seldom in so few
 */
@ConfigurationProperties("ansinh.files.preflight")
record PreflightSettings(
    @DefaultValue("85") double darkest,
    @DefaultValue("0.02") double glare,
    @DefaultValue("2.1") double softest,
    @DefaultValue("0.2") double smallestPaper,
    @DefaultValue("1") int sidesCut,
    @DefaultValue("0.12") double screen,
    @DefaultValue("1.7") double screenShape,
    @DefaultValue("0.69") double narrowest,
    @DefaultValue("0.81") double widest,
    @DefaultValue("14") int sameWithin) {}
