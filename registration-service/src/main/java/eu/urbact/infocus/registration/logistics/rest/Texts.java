package eu.urbact.infocus.registration.logistics.rest;

import java.time.OffsetDateTime;

/** What people leave empty, and times that somebody has mistyped. */
final class Texts {

    private Texts() {}

    static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static boolean isOfOurTime(OffsetDateTime time) {
        return time.getYear() >= 2000 && time.getYear() < 2100;
    }
}
