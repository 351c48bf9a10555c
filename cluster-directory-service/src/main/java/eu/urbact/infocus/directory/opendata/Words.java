package eu.urbact.infocus.directory.opendata;

import java.util.Locale;

/** How the files write what the directory keeps as a constant. */
final class Words {

    private Words() {}

    /** Such as {@code at least}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
