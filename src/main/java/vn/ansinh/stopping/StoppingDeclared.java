package vn.ansinh.stopping;

import vn.ansinh.platform.PersonId;

/**
 * The code was right: in its transaction.
 *
 * @param formByEmail whether the person wants the form by e-mail
 */
public record StoppingDeclared(PersonId person, boolean formByEmail) {}
