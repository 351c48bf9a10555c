package eu.urbact.infocus.event.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programme files to be imported. */
public final class ProgrammeFiles {

    private ProgrammeFiles() {}

    /**
     * A small programme of two days. The second day, the venue {@code secret-villa} and the person "Petra Partner" are
     * there for partners only; the item {@code briefing} and "Olga Organiser" for organisers only.
     */
    public static String small(String slug) {
        return """
                format: 1
                series:
                  slug: test-series
                  title: Test series
                workshop:
                  slug: %s
                  number: 1
                  title: Workshop in Testville
                  theme: Testing together
                  hostCity: frankfurt
                  city: Testville
                  country: DE
                  zone: Europe/Berlin
                  starts: 2016-11-23T09:00
                  ends: 2016-11-24T18:00
                  summary: A workshop to test with.
                venues:
                  - id: town-hall
                    name: Town hall
                    address: Main Square 1
                  - id: secret-villa
                    name: Secret villa
                    address: Hidden Lane 7
                days:
                  - date: 2016-11-23
                    label: First day
                    items:
                      - id: opening
                        start: 09:00
                        end: 09:30
                        type: OPENING
                        title: Opening
                        venue: town-hall
                        contributions:
                          - id: anna
                            person: Anna Öffentlich
                            organisation: City of Testville
                            role: WELCOME
                      - id: briefing
                        start: 09:30
                        end: 09:45
                        type: MEETING_POINT
                        title: Crew briefing
                        audience: ORGANISERS
                        venue: town-hall
                        contributions:
                          - id: olga
                            person: Olga Organiser
                            role: MODERATOR
                      - id: talk
                        start: 10:00
                        end: 11:00
                        session: "01"
                        type: PRESENTATION
                        title: A talk
                        venue: town-hall
                        parts:
                          - id: talk-internal
                            type: QUESTIONS_AND_ANSWERS
                            title: Questions of the partners
                            audience: PARTNERS_ONLY
                            venue: secret-villa
                          - id: talk-questions
                            start: 10:45
                            end: 11:00
                            type: QUESTIONS_AND_ANSWERS
                            title: Questions of everybody
                  - date: 2016-11-24
                    label: Day of the partners
                    items:
                      - id: committee
                        start: 14:00
                        end: 15:00
                        type: STEERING_COMMITTEE
                        title: Committee behind closed doors
                        audience: PARTNERS_ONLY
                        venue: secret-villa
                        contributions:
                          - id: petra
                            person: Petra Partner
                            role: MODERATOR
                """.formatted(slug);
    }

    /** The programme of the Frankfurt workshop, as the local platform loads it. */
    public static String frankfurt() {
        Path repository = Path.of(System.getProperty("infocus.repository", ".."));
        try {
            return Files.readString(repository.resolve("deploy/local/src/main/resources/frankfurt/programme.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
