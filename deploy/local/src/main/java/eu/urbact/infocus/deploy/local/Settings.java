package eu.urbact.infocus.deploy.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

import eu.urbact.infocus.deploy.embedded.Ports;

/**
 * What can be chosen by environment variables.
 *
 * @param repository the clone this platform was built in
 * @param data where databases, logs and process ids are kept
 * @param ports port by name, in the order of {@link #DEFAULT_PORTS}
 * @param portalBaseUrl address of the portal for links in mails and for sign-in, without a slash at the end
 * @param javaOptions additional options for the JVMs of the services
 * @param services the services to start; all, unless somebody runs one of them in an IDE
 */
record Settings(
        Path repository,
        Path data,
        Map<String, Integer> ports,
        String portalBaseUrl,
        List<String> javaOptions,
        List<String> services) {

    /** Name and default of every port; the variable is {@code INFOCUS_PORT_<NAME>}. */
    static final Map<String, Integer> DEFAULT_PORTS = defaultPorts();

    private static final int HIGHEST_PORT = 65_535;

    private static Map<String, Integer> defaultPorts() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("portal", 8080);
        ports.put("registration", 8081);
        ports.put("event", 8082);
        ports.put("directory", 8083);
        ports.put("notification", 8084);
        ports.put("keycloak", 8180);
        ports.put("kafka", 9092);
        ports.put("postgres", 15_432);
        ports.put("smtp", 2525);
        ports.put("mail", 8026);
        return ports;
    }

    /**
     * Reads the settings.
     *
     * @throws PlatformException when a value cannot be used
     */
    static Settings from(Path repository, Map<String, String> environment) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        DEFAULT_PORTS.forEach((name, standard) -> ports.put(name, port(variable(name), environment, standard)));
        ports.forEach((name, port) -> ports.forEach((other, otherPort) -> {
            if (!name.equals(other) && port.equals(otherPort)) {
                throw new PlatformException("%s and %s are both %d".formatted(variable(name), variable(other), port));
            }
        }));
        Path data = environment.containsKey("INFOCUS_DATA")
                ? Path.of(environment.get("INFOCUS_DATA")).toAbsolutePath().normalize()
                : repository.resolve("deploy/local/data");
        String portal = environment.getOrDefault("INFOCUS_PORTAL_BASE_URL", "http://localhost:" + ports.get("portal"));
        String options = environment.getOrDefault("INFOCUS_JAVA_OPTIONS", "").strip();
        return new Settings(
                repository,
                data,
                Map.copyOf(ports),
                portal.replaceFirst("/+$", ""),
                options.isEmpty() ? List.of() : List.of(options.split("\\s+")),
                services(environment.getOrDefault("INFOCUS_SERVICES", "")));
    }

    private static List<String> services(String value) {
        List<String> all = List.copyOf(Platform.MODULES.keySet());
        if (value.isBlank()) {
            return all;
        }
        List<String> chosen = List.of(value.strip().split("[,\\s]+"));
        if (!all.containsAll(chosen)) {
            throw new PlatformException("INFOCUS_SERVICES is %s but the services are %s".formatted(value, all));
        }
        return chosen;
    }

    private static int port(String variable, Map<String, String> environment, int standard) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return standard;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // the message below says it better
        }
        throw new PlatformException("%s is not a port number: %s".formatted(variable, value));
    }

    static String variable(String port) {
        return "INFOCUS_PORT_" + port.toUpperCase(java.util.Locale.ROOT);
    }

    int port(String name) {
        return ports.get(name);
    }

    String url(String name) {
        return "http://localhost:" + port(name);
    }

    Path logs() {
        return data.resolve("logs");
    }

    /**
     * Refuses to start beside something that already listens where a part must.
     *
     * @throws PlatformException naming every taken port and the variable that changes it
     */
    void requireFreePorts() {
        requireFreePorts(Ports::isTaken);
    }

    void requireFreePorts(IntPredicate taken) {
        List<String> complaints = new ArrayList<>();
        for (String name : DEFAULT_PORTS.keySet()) {
            if (Platform.MODULES.containsKey(name) && !services.contains(name)) {
                continue;
            }
            if (taken.test(port(name))) {
                complaints.add(
                        "port %d is taken (%s; choose another with %s)".formatted(port(name), name, variable(name)));
            }
        }
        if (!complaints.isEmpty()) {
            throw new PlatformException(String.join("; ", complaints));
        }
    }
}
