"""authority.py HOW: a time stamp authority on a free port of this machine, for tests. It prints its
address, answers as HOW says, and goes on until it is killed. HOW: stamp, refuse, other (a stamp of
another hash), again (the same stamp for every question), forge (a stamp with a changed signature),
nonsense, error (HTTP 500), long."""
import http.server
import subprocess
import sys

how = sys.argv[1]
first = b''


def reply(question, section='tsa'):
    with open('tsa.query', 'wb') as f:
        f.write(question)
    return subprocess.run(['openssl', 'ts', '-reply', '-queryfile', 'tsa.query', '-config', 'tsa.cnf',
                           '-section', section, '-inkey', 'tsa-key.pem', '-signer', 'tsa.pem', '-chain',
                           'ca.pem'], check=True, capture_output=True).stdout


def fresh(data):
    subprocess.run(['openssl', 'ts', '-query', '-digest', data, '-sha256', '-cert', '-out', 'tsa.other'],
                   check=True, capture_output=True)
    with open('tsa.other', 'rb') as f:
        return reply(f.read())


def answer(question):
    if how == 'other':
        return fresh('ab' * 32)
    if how == 'again':
        global first
        first = first or reply(question)
        return first
    if how == 'forge':
        good = bytearray(reply(question))
        good[-1] ^= 1
        return bytes(good)
    if how == 'nonsense':
        return b'<html>It works!</html>'
    if how == 'long':
        return b'\0' * 1000000
    return reply(question, 'refuse' if how == 'refuse' else 'tsa')


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        question = self.rfile.read(int(self.headers['Content-Length']))
        body = b'' if how == 'error' else answer(question)
        self.send_response(500 if how == 'error' else 200)
        self.send_header('Content-Type', 'application/timestamp-reply')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(('127.0.0.1', 0), Handler)
print('http://127.0.0.1:%d/' % server.server_port, flush=True)
server.serve_forever()
