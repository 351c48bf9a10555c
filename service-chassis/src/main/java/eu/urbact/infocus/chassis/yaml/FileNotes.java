package eu.urbact.infocus.chassis.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects, while a file is read, where each field stands and what is wrong with it. */
public final class FileNotes {

    /** More than a person works off before sending the file again. */
    public static final int MOST = 100;

    private final Map<String, Place> places = new HashMap<>();
    private final List<FileNote> all = new ArrayList<>();

    /** Complains about a place. */
    public void add(Place place, String message) {
        all.add(place.note(message));
    }

    /** Complains about a field by its path, wherever it stands. */
    public void add(String field, String message) {
        all.add(at(field, message));
    }

    /** What is said about a field, without adding it: for what is no error. */
    public FileNote at(String field, String message) {
        Place place = placeOf(field);
        return new Place(place.line(), place.column(), field).note(message);
    }

    /** Remembers where a field stands. */
    void remember(Place place) {
        places.put(place.field(), place);
    }

    /** Where a field stands. One that is not in the file stands where the thing begins to which it would belong. */
    private Place placeOf(String field) {
        String path = field;
        while (!path.isEmpty()) {
            Place place = places.get(path);
            if (place != null) {
                return place;
            }
            path = parent(path);
        }
        return places.getOrDefault("", Place.START);
    }

    private static String parent(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** From top to bottom, each once; the rest beyond the first {@value #MOST} is only counted. */
    public List<FileNote> inOrder() {
        List<FileNote> sorted =
                all.stream().distinct().sorted(FileNote.IN_ORDER_OF_READING).toList();
        if (sorted.size() <= MOST) {
            return sorted;
        }
        FileNote next = sorted.get(MOST);
        List<FileNote> shown = new ArrayList<>(sorted.subList(0, MOST));
        int left = sorted.size() - MOST;
        shown.add(new FileNote(next.line(), next.column(), "", left + " more errors from here on are not listed"));
        return List.copyOf(shown);
    }
}
