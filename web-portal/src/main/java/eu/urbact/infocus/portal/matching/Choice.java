package eu.urbact.infocus.portal.matching;

import java.util.Set;
import jakarta.ws.rs.BadRequestException;

/** What an address asks a page to show. A choice that does not exist is refused: whoever asked for something must not take something else for it. */
final class Choice {

    private static final String YES = "true";
    private static final Set<String> WORDS = Set.of(YES, "false");

    private Choice() {}

    /**
     * One of several; the usual one when the address names none.
     *
     * @throws BadRequestException for any other
     */
    static String of(String given, Set<String> known, String usual) {
        if (given == null || given.isEmpty()) {
            return usual;
        }
        if (!known.contains(given)) {
            throw new BadRequestException();
        }
        return given;
    }

    /**
     * Yes or no; no when the address does not say.
     *
     * @throws BadRequestException for anything else
     */
    static boolean isYes(String given) {
        return of(given, WORDS, "").equals(YES);
    }
}
