package vn.ansinh.portal.registration;

/**
 * A box to tick where something is done only with consent; never ticked for anybody.
 *
 * @param text what is agreed to, whole
 * @param wording its version, sent back with the tick
 */
public record ConsentBox(String text, int wording, boolean ticked) {}
