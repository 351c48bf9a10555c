package eu.urbact.infocus.chassis.yaml;

import java.util.Locale;

/** How the constants of an enum are written in a file. */
public enum Spelling {
    /** As in the API, e.g. {@code SITE_VISIT}. */
    CAPITALS {
        @Override
        String of(Enum<?> constant) {
            return constant.name();
        }
    },
    /** In small letters, e.g. {@code site-visit}. */
    SMALL_LETTERS {
        @Override
        String of(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    };

    abstract String of(Enum<?> constant);
}
