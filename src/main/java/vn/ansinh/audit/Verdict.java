package vn.ansinh.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What checking the trail found.
 *
 * @param checkpoints how many proved true
 * @param entries how many entries they cover
 * @param unsealed entries behind the newest checkpoint
 * @param remarks what is no proof of anything but worth a look
 * @param broken the first place where something is wrong, in words; absent when all is well
 */
record Verdict(
    long checkpoints,
    long entries,
    long unsealed,
    @Nullable Checkpoint newest,
    List<String> remarks,
    @Nullable String broken) {}
