package vn.ansinh.portal.adjusting;

import java.util.List;
import vn.ansinh.web.Problems;

/** Everything {@code portal/adjusting/items.jte} shows. */
public record ItemsPage(AdjustingWizard wizard, List<ItemRow> items, Problems problems) {}
