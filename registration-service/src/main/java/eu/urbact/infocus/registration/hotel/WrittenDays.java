package eu.urbact.infocus.registration.hotel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Days as a sentence for people has them. */
final class WrittenDays {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private WrittenDays() {}

    /** "28 October 2016", "28, 29 and 30 October 2016", or "31 October 2016 and 1 November 2016". */
    static String of(Collection<LocalDate> days) {
        List<LocalDate> sorted = List.copyOf(new TreeSet<>(days));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            LocalDate day = sorted.get(i);
            YearMonth month = YearMonth.from(day);
            boolean last =
                    i == sorted.size() - 1 || !YearMonth.from(sorted.get(i + 1)).equals(month);
            words.add(day.getDayOfMonth() + (last ? " " + MONTH.format(month) : ""));
        }
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }
}
