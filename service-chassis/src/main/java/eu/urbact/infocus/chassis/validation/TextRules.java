package eu.urbact.infocus.chassis.validation;

/** What {@link SafeText}, {@link NoMarkup} and {@link NoContactData} say one after another, for rules that are not annotations. */
public final class TextRules {

    private TextRules() {}

    /**
     * What is wrong with a text that people type.
     *
     * @param multiline whether line breaks and tabs are allowed
     * @return null when nothing is
     */
    public static String problem(String text, boolean multiline) {
        String problem = SafeText.Validator.problem(text, multiline);
        return problem == null ? NoMarkup.Validator.problem(text) : problem;
    }

    /**
     * What is wrong with a text that everybody will read.
     *
     * @param multiline whether line breaks and tabs are allowed
     * @param instead what to do instead of giving an address
     * @return null when nothing is
     */
    public static String problemOfPublished(String text, boolean multiline, String instead) {
        String problem = problem(text, multiline);
        return problem == null && NoContactData.Validator.isIn(text)
                ? NoContactData.Validator.PROBLEM + "; " + instead
                : problem;
    }
}
