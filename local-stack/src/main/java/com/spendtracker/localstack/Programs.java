package com.spendtracker.localstack;

import com.spendtracker.localstack.Stack.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The programs of the system and how they are told of each other. */
record Programs(Program migration, List<Service> services) {

    private static final int AUTH_PORT = 8081;
    private static final int ANALYTICS_PORT = 8082;
    private static final int WEB_UI_PORT = 8083;
    private static final int AUTH_MANAGEMENT_PORT = 9081;
    private static final int ANALYTICS_MANAGEMENT_PORT = 9082;
    private static final int WEB_UI_MANAGEMENT_PORT = 9083;
    private static final int GATEWAY_MANAGEMENT_PORT = 9501;

    static Programs plan(Ports ports, int publicPort, DatabaseAddress database, Path secrets, boolean demo)
            throws IOException {
        int authPort = ports.takePreferred("auth-service", AUTH_PORT);
        int analyticsPort = ports.takePreferred("analytics-service", ANALYTICS_PORT);
        int webUiPort = ports.takePreferred("web-ui", WEB_UI_PORT);

        Map<String, String> common = new HashMap<>();
        common.put("POSTGRES_HOST", database.host());
        common.put("POSTGRES_PORT", String.valueOf(database.port()));
        common.put("POSTGRES_DB", database.name());
        common.put("SECRETS_DIR", secrets.toString());
        common.put("SERVER_ADDRESS", "127.0.0.1");
        common.put("AUTH_SERVICE_URL", local(authPort));
        common.put("ANALYTICS_SERVICE_URL", local(analyticsPort));
        common.put("WEB_UI_URL", local(webUiPort));
        common.put("JWK_SET_URI", local(authPort) + "/.well-known/jwks.json");
        common.put("SITE_ORIGIN", siteOrigin(publicPort));
        // On one machine there is nobody to hide from, and the launcher asks for health in the clear.
        common.put("TLS_CERTIFICATE", "");
        common.put("TLS_PRIVATE_KEY", "");
        // glibc gives each thread an arena of its own, which costs small Java programs more than their heap.
        common.put("MALLOC_ARENA_MAX", "2");

        Program migration = new Program(
                "migrate",
                "db",
                "db-exec.jar",
                96,
                with(
                        common,
                        Map.of(
                                "POSTGRES_USER", database.user(),
                                "POSTGRES_PASSWORD", database.password(),
                                "DEMO_DATA", String.valueOf(demo))));
        return new Programs(
                migration,
                List.of(
                        service(ports, "auth-service", authPort, AUTH_MANAGEMENT_PORT, 88, common, "/readyz"),
                        service(
                                ports,
                                "analytics-service",
                                analyticsPort,
                                ANALYTICS_MANAGEMENT_PORT,
                                160,
                                common,
                                "/readyz"),
                        service(ports, "web-ui", webUiPort, WEB_UI_MANAGEMENT_PORT, 48, common, "/readyz"),
                        service(ports, "gateway", publicPort, GATEWAY_MANAGEMENT_PORT, 128, common, "/health")));
    }

    private static Service service(
            Ports ports, String name, int port, int managementPort, int heap, Map<String, String> common, String health)
            throws IOException {
        int ownManagementPort = ports.takePreferred("the management of " + name, managementPort);
        Map<String, String> environment = with(
                common,
                Map.of("SERVER_PORT", String.valueOf(port), "MANAGEMENT_PORT", String.valueOf(ownManagementPort)));
        return new Service(new Program(name, name, name + ".jar", heap, environment), URI.create(local(port) + health));
    }

    /** As .env.example has it, empty stands for where the dashboard is on this machine. */
    private static String siteOrigin(int publicPort) {
        String given = System.getenv("SITE_ORIGIN");
        return given == null || given.isBlank() ? "http://localhost:" + publicPort : given;
    }

    static String local(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static Map<String, String> with(Map<String, String> common, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(common);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
