package eu.urbact.infocus.portal.shell;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import eu.urbact.infocus.portal.shell.services.Problem;

/** What stands in the place of a page about a cluster that was taken out of the directory: the reason, for everybody. */
public final class WithdrawnPage {

    private WithdrawnPage() {}

    /**
     * The page.
     *
     * @param problem the directory's refusal, which is {@link Problem#isWithdrawnCluster() about such a cluster}; its detail is the
     *     organisers' reason in their own words
     * @param id of the cluster when the page is its own; null when the page is about others, too
     */
    public static TemplateInstance of(Problem problem, String id) {
        return Templates.withdrawn(id, problem.detail() == null ? problem.sentence() : problem.detail());
    }

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        private Templates() {}

        static native TemplateInstance withdrawn(String id, String reason);
    }
}
