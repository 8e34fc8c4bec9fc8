package vn.ansinh.people;

import vn.ansinh.catalogue.Layer;

/**
 * Where somebody lives or can be reached.
 *
 * @param layer the division of the country the ward is of
 * @param wardCode of the catalogue
 * @param street house, street, hamlet; empty when none is known
 */
public record Address(Layer layer, String wardCode, String street) {}
