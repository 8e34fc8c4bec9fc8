package vn.ansinh.console.rights;

import vn.ansinh.console.PromiseTexts.Promise;
import vn.ansinh.web.Problems;

/**
 * One request and the form to answer it.
 *
 * @param hint what the law lets an office do with a request of this kind
 * @param answerable whether who looks may answer
 * @param answer as typed
 */
public record DataRequestPage(
    String at,
    String kind,
    String hint,
    String name,
    String birthDate,
    String number,
    String sent,
    Promise promise,
    String wish,
    boolean answerable,
    String answer,
    Problems problems) {}
