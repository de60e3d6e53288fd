// The benchmarks' templates through Go's own text/template, with the functions that they need.
package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/template"
)

type secret struct {
	Data map[string]any
}

func element(i int) map[string]any {
	return map[string]any{
		"name":    fmt.Sprintf("service-%d", i),
		"host":    fmt.Sprintf("10.0.%d.%d", i/250, i%250),
		"port":    json.Number(fmt.Sprint(8000 + i%1000)),
		"enabled": i%3 == 0,
		"tags":    []any{"blue", fmt.Sprintf("zone-%d", i%7), "tier-1"},
	}
}

func elements(count int) []any {
	all := make([]any, count)
	for i := range all {
		all[i] = element(i)
	}
	return all
}

var app = &secret{Data: map[string]any{
	"user":     "app",
	"password": "s3cr3t \"quoted\"",
	"host":     "db.example.org",
	"port":     json.Number("5432"),
	"workers":  json.Number("4"),
	"enabled":  true,
	"few":      elements(8),
	"many":     elements(10000),
}}

var functions = template.FuncMap{
	"secret":  func(...string) (*secret, error) { return app, nil },
	"toUpper": func(s string) (string, error) { return strings.ToUpper(s), nil },
}

var names = []string{"small", "medium", "large"}

func source(t testing.TB, name string) string {
	text, err := os.ReadFile(filepath.Join("..", "resources", "templates", name+".ctmpl"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func parsed(t testing.TB, name string) *template.Template {
	return template.Must(template.New("").Funcs(functions).Parse(source(t, name)))
}

// Writes what it renders, where OUTPUT says, so that the other engine's can be compared.
func TestOutput(t *testing.T) {
	for _, name := range names {
		var out bytes.Buffer
		if err := parsed(t, name).Execute(&out, nil); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(os.Getenv("OUTPUT"), name), out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for _, name := range names {
		text := source(b, name)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; i < b.N; i++ {
				template.Must(template.New("").Funcs(functions).Parse(text))
			}
		})
	}
}

func BenchmarkRender(b *testing.B) {
	for _, name := range names {
		t := parsed(b, name)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; i < b.N; i++ {
				var out bytes.Buffer
				if err := t.Execute(&out, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
