package eu.urbact.infocus.directory.profile;

import java.util.HashMap;
import java.util.Map;

/** Writes small Greek and Cyrillic letters in Latin ones, roughly as they are spoken, so that an id can be read. */
final class OtherAlphabets {

    private static final Map<Integer, String> LETTERS = new HashMap<>();

    static {
        add("αβγδεζηθικλμνξοπρστυφχψως", "a v g d e z i th i k l m n x o p r s t y f ch ps o s");
        add(
                "абвгдежзийклмнопрстуфхцчшщъыьэюя",
                "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y - e yu ya");
        add("ёіїєґјљњћђџѓќѕ", "e i yi ye g j lj nj c dj dz g k z");
    }

    private OtherAlphabets() {}

    /**
     * The same with Latin letters where there are some for them.
     *
     * @param text small letters without accents
     */
    static String inLatin(String text) {
        StringBuilder latin = new StringBuilder();
        text.codePoints().forEach(letter -> latin.append(LETTERS.getOrDefault(letter, Character.toString(letter))));
        return latin.toString();
    }

    private static void add(String letters, String latin) {
        String[] each = latin.split(" ");
        for (int i = 0; i < each.length; i++) {
            // the soft sign is not heard
            LETTERS.put((int) letters.charAt(i), each[i].equals("-") ? "" : each[i]);
        }
    }
}
